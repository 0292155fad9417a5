// What the overview uses of sigma and graphology; VENDORED.md says how it becomes sigma.min.mjs.
export { default as Graph } from "graphology";
export { default as Sigma } from "sigma";
