using NUnit.Framework;

// Pure rules: nothing that two of them could share.
[assembly: Parallelizable(ParallelScope.Fixtures), LevelOfParallelism(2)]
