/** What a path item can hold operations under. */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
