/** Ids that documentation uses, full and short. A tenant that programs of documentation meet has a task for each. */
export const knownIds: readonly string[] = [
  "7d3f0c5e9a1b4286b1e5d0c8f4a29637",
  "7d3f0c5e9a1b4286",
  "2c91808568c529c60168cca6f90c1313",
];
