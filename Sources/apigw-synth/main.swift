import SynthCommands

Program.main()
