// Nothing is called: see symbols.c.
