/// A function that other texts route to.
let books = """
  functions:
    books: {runtime: nodejs24.x, handler: index.handler, code: {inline: x}}

  """
