/// Tasks of containers. Deeper parts are not described.
extension ResourceType {
  static let taskDefinition = ResourceType(
    "AWS::ECS::TaskDefinition",
    properties: .described(
      """
      ContainerDefinitions: [{
        Command: any, Cpu: integer, CredentialSpecs: [text]
        DependsOn: [{Condition: COMPLETE|HEALTHY|START|SUCCESS, ContainerName}], DisableNetworking: flag
        DnsSearchDomains: [text], DnsServers: [text], DockerLabels: any, DockerSecurityOptions: [text]
        EntryPoint: any, Environment: any, EnvironmentFiles: [{Type: =s3, Value}], Essential: flag
        ExtraHosts: [any], FirelensConfiguration: {Options: any, Type: fluentbit|fluentd}, HealthCheck: any
        Hostname, Image!, Interactive: flag, Links: [text]
        LinuxParameters: {
          Capabilities: any, Devices: [any], InitProcessEnabled: flag, MaxSwap: integer, SharedMemorySize: integer
          Swappiness: integer, Tmpfs: [any]
        }
        LogConfiguration: any, Memory: integer, MemoryReservation: integer, MountPoints: [any], Name!
        PortMappings: [{
          AppProtocol: grpc|http|http2, ContainerPort: integer, ContainerPortRange, HostPort: integer, Name
          Protocol: tcp|udp
        }]
        Privileged: flag, PseudoTerminal: flag, ReadonlyRootFilesystem: flag
        RepositoryCredentials: {CredentialsParameter}, ResourceRequirements: [any]
        RestartPolicy: {Enabled: flag, IgnoredExitCodes: [integer], RestartAttemptPeriod: integer}, Secrets: [any]
        StartTimeout: integer, StopTimeout: integer, SystemControls: [any]
        Ulimits: [{
          HardLimit!: signed
          Name!: core|cpu|data|fsize|locks|memlock|msgqueue|nice|nofile|nproc|rss|rtprio|rttime|sigpending|stack
          SoftLimit!: signed
        }]
        User, VersionConsistency: enabled|disabled, VolumesFrom: [any], WorkingDirectory
      }]
      Cpu, EnableFaultInjection: flag, EphemeralStorage: {SizeInGiB: integer}, ExecutionRoleArn, Family
      InferenceAccelerators: [{DeviceName, DeviceType}], IpcMode: host|none|task, Memory
      NetworkMode: awsvpc|bridge|host|none, PidMode: host|task
      PlacementConstraints: [{Expression, Type!: =memberOf}]
      ProxyConfiguration: {ContainerName!, ProxyConfigurationProperties: [{Name, Value}], Type: =APPMESH}
      RequiresCompatibilities: [EC2|EXTERNAL|FARGATE|MANAGED_INSTANCES]
      RuntimePlatform: {
        CpuArchitecture: ARM64|X86_64
        OperatingSystemFamily: LINUX|WINDOWS_SERVER_2004_CORE|WINDOWS_SERVER_2016_FULL|WINDOWS_SERVER_2019_CORE|
          WINDOWS_SERVER_2019_FULL|WINDOWS_SERVER_2022_CORE|WINDOWS_SERVER_2022_FULL|WINDOWS_SERVER_2025_CORE|
          WINDOWS_SERVER_2025_FULL|WINDOWS_SERVER_20H2_CORE
      }
      Tags: tags([{Key, Value}]), TaskRoleArn
      Volumes: [{
        ConfiguredAtLaunch: flag
        DockerVolumeConfiguration: {Autoprovision: flag, Driver, DriverOpts: any, Labels: any, Scope: shared|task}
        EFSVolumeConfiguration: {
          AuthorizationConfig: any, FilesystemId!, RootDirectory, TransitEncryption: ENABLED|DISABLED
          TransitEncryptionPort: integer
        }
        FSxWindowsFileServerVolumeConfiguration: {AuthorizationConfig: any, FileSystemId!, RootDirectory!}
        Host: {SourcePath}, Name
        S3FilesVolumeConfiguration: {AccessPointArn, FileSystemArn!, RootDirectory, TransitEncryptionPort: integer}
      }]
      """))
}
