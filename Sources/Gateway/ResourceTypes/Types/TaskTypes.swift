/// Tasks of containers. Deeper parts are not described.
extension ResourceType {
  static let taskDefinition = ResourceType(
    "AWS::ECS::TaskDefinition",
    properties: [
      .init(
        "ContainerDefinitions",
        .list([
          .init("Command", .any), .init("Cpu", .integer), .init("CredentialSpecs", .texts),
          .init(
            "DependsOn",
            .list([
              .init("Condition", .words(["COMPLETE", "HEALTHY", "START", "SUCCESS"])), .init("ContainerName", .text),
            ])), .init("DisableNetworking", .flag), .init("DnsSearchDomains", .texts),
          .init("DnsServers", .texts), .init("DockerLabels", .any), .init("DockerSecurityOptions", .texts),
          .init("EntryPoint", .any), .init("Environment", .any),
          .init("EnvironmentFiles", .list([.init("Type", .words(["s3"])), .init("Value", .text)])),
          .init("Essential", .flag), .init("ExtraHosts", .list(.any)),
          .init("FirelensConfiguration", [.init("Options", .any), .init("Type", .words(["fluentbit", "fluentd"]))]),
          .init("HealthCheck", .any), .init("Hostname", .text), .init("Image", .text, .required),
          .init("Interactive", .flag), .init("Links", .texts),
          .init(
            "LinuxParameters",
            [
              .init("Capabilities", .any), .init("Devices", .list(.any)), .init("InitProcessEnabled", .flag),
              .init("MaxSwap", .integer), .init("SharedMemorySize", .integer), .init("Swappiness", .integer),
              .init("Tmpfs", .list(.any)),
            ]), .init("LogConfiguration", .any), .init("Memory", .integer), .init("MemoryReservation", .integer),
          .init("MountPoints", .list(.any)), .init("Name", .text, .required),
          .init(
            "PortMappings",
            .list([
              .init("AppProtocol", .words(["grpc", "http", "http2"])), .init("ContainerPort", .integer),
              .init("ContainerPortRange", .text), .init("HostPort", .integer), .init("Name", .text),
              .init("Protocol", .words(["tcp", "udp"])),
            ])),
          .init("Privileged", .flag), .init("PseudoTerminal", .flag), .init("ReadonlyRootFilesystem", .flag),
          .init("RepositoryCredentials", [.init("CredentialsParameter", .text)]),
          .init("ResourceRequirements", .list(.any)),
          .init(
            "RestartPolicy",
            [
              .init("Enabled", .flag), .init("IgnoredExitCodes", .list(.integer)),
              .init("RestartAttemptPeriod", .integer),
            ]), .init("Secrets", .list(.any)), .init("StartTimeout", .integer), .init("StopTimeout", .integer),
          .init("SystemControls", .list(.any)),
          .init(
            "Ulimits",
            .list([
              .init("HardLimit", .signedInteger, .required),
              .init(
                "Name",
                .words([
                  "core", "cpu", "data", "fsize", "locks", "memlock", "msgqueue", "nice", "nofile", "nproc", "rss",
                  "rtprio", "rttime", "sigpending", "stack",
                ]), .required), .init("SoftLimit", .signedInteger, .required),
            ])), .init("User", .text),
          .init("VersionConsistency", .words(["enabled", "disabled"])), .init("VolumesFrom", .list(.any)),
          .init("WorkingDirectory", .text),
        ])),
      .init("Cpu", .text),
      .init("EnableFaultInjection", .flag),
      .init("EphemeralStorage", [.init("SizeInGiB", .integer)]),
      .init("ExecutionRoleArn", .text),
      .init("Family", .text),
      .init("InferenceAccelerators", .list([.init("DeviceName", .text), .init("DeviceType", .text)])),
      .init("IpcMode", .words(["host", "none", "task"])),
      .init("Memory", .text),
      .init("NetworkMode", .words(["awsvpc", "bridge", "host", "none"])),
      .init("PidMode", .words(["host", "task"])),
      .init(
        "PlacementConstraints", .list([.init("Expression", .text), .init("Type", .words(["memberOf"]), .required)])),
      .init(
        "ProxyConfiguration",
        [
          .init("ContainerName", .text, .required),
          .init("ProxyConfigurationProperties", .list([.init("Name", .text), .init("Value", .text)])),
          .init("Type", .words(["APPMESH"])),
        ]),
      .init("RequiresCompatibilities", .list(.words(["EC2", "EXTERNAL", "FARGATE", "MANAGED_INSTANCES"]))),
      .init(
        "RuntimePlatform",
        [
          .init("CpuArchitecture", .words(["ARM64", "X86_64"])),
          .init(
            "OperatingSystemFamily",
            .words([
              "LINUX", "WINDOWS_SERVER_2004_CORE", "WINDOWS_SERVER_2016_FULL", "WINDOWS_SERVER_2019_CORE",
              "WINDOWS_SERVER_2019_FULL", "WINDOWS_SERVER_2022_CORE", "WINDOWS_SERVER_2022_FULL",
              "WINDOWS_SERVER_2025_CORE", "WINDOWS_SERVER_2025_FULL", "WINDOWS_SERVER_20H2_CORE",
            ])),
        ]),
      .tags(.list([.init("Key", .text), .init("Value", .text)])),
      .init("TaskRoleArn", .text),
      .init(
        "Volumes",
        .list([
          .init("ConfiguredAtLaunch", .flag),
          .init(
            "DockerVolumeConfiguration",
            [
              .init("Autoprovision", .flag), .init("Driver", .text), .init("DriverOpts", .any), .init("Labels", .any),
              .init("Scope", .words(["shared", "task"])),
            ]),
          .init(
            "EFSVolumeConfiguration",
            [
              .init("AuthorizationConfig", .any), .init("FilesystemId", .text, .required),
              .init("RootDirectory", .text), .init("TransitEncryption", .words(["ENABLED", "DISABLED"])),
              .init("TransitEncryptionPort", .integer),
            ]),
          .init(
            "FSxWindowsFileServerVolumeConfiguration",
            [
              .init("AuthorizationConfig", .any), .init("FileSystemId", .text, .required),
              .init("RootDirectory", .text, .required),
            ]), .init("Host", [.init("SourcePath", .text)]), .init("Name", .text),
          .init(
            "S3FilesVolumeConfiguration",
            [
              .init("AccessPointArn", .text), .init("FileSystemArn", .text, .required), .init("RootDirectory", .text),
              .init("TransitEncryptionPort", .integer),
            ]),
        ])),
    ])
}
