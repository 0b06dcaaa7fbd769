// Nothing is called: see the C files.
