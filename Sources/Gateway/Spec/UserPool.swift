import SpecReading

/// A Cognito user pool: created, or one that exists.
public enum UserPool: Alternatives {
  case created(CreatedUserPool)
  case imported(ImportedUserPool)

  /// For messages.
  public static let subject = "a user pool"
  /// `id` imports.
  public static let forms: [Form<UserPool>] = [
    .when("id", ImportedUserPool.self, UserPool.imported), .otherwise(CreatedUserPool.self, UserPool.created),
  ]
}

/// An element of `userPools`.
public struct UserPoolElement: SpecObject {
  let form: UserPool?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) { form = fields.oneOf(UserPool.self) }
}

/// A user pool that exists.
public struct ImportedUserPool: SpecObject {
  let id: Given<String>
  let clients: Names

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.required("id", .text, "Id of a user pool that exists, such as `eu-west-1_AbCdEf123`.")
    clients = fields.required("clients", .list(.text), "Ids of the app clients whose tokens are taken.")
  }
}

/// A user pool that the stack creates.
public struct CreatedUserPool: SpecObject {
  let name: Given<String>?
  let clients: Names?
  let deletionPolicy: Given<DeletionPolicy>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.optional("name", .text(1...128), "Its name in AWS, instead of a generated one.")
    clients = fields.optional("clients", .list(.known(.text(1...128))), "Names of its app clients; one by default.")
    deletionPolicy = fields.optional(
      "deletionPolicy", .known(.word(DeletionPolicy.self)),
      "What becomes of it when the stack goes; `Retain` by default.")
    options = ElementOptions(fields: &fields)
  }
}
