/// Properties that people write where another type, or another place of the type, has them.
enum MisplacedProperty {
  static func help(for name: String, of type: String) -> String? {
    switch (type, name) {
    case (ServerlessApi.webSocketType, let route) where route.hasPrefix("$"):
      "write it under `Routes`"
    // As in `AWS::Serverless::HttpApi`.
    case (ServerlessApi.webSocketType, "Authorizers"), (ServerlessApi.webSocketType, "DefaultAuthorizer"):
      "write `AuthType: CUSTOM`, and the ARN of the function in `AuthArn`"
    case (ServerlessApi.webSocketType, "EnableIamAuthorizer"), (ServerlessApi.webSocketType, "IAMAuthorization"):
      "write `AuthType: AWS_IAM`"
    case (_, "Throttle"), (_, "Throttling"), (_, "ThrottleConfig"), (_, "ThrottleSettings"),
      (_, "ThrottlingBurstLimit"), (_, "ThrottlingRateLimit"):
      if type.hasPrefix(ResourceType.prefix) {
        "write the limits in `DefaultRouteSettings` of the stage"
      } else if type.hasPrefix(SamProperties.prefix), type.hasSuffix("Api") {
        "write the limits in `DefaultRouteSettings`"
      } else {
        nil
      }
    default: nil
    }
  }
}
