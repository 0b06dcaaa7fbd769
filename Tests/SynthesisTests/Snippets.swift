/// A function for routes in other snippets.
let books = """
  functions:
    books: {runtime: nodejs24.x, handler: index.handler, code: {inline: x}}

  """
