export * from "./entry.mjs";
