// How dependency-cruiser finds package.json "imports": it reads only the first of several targets.
const { resolve } = require("node:path");

const folder = (name) => resolve(__dirname, name);
module.exports = {
  resolve: {
    alias: { "#app": folder("app"), "#db": folder("db"), "#tests": folder("tests") },
    extensions: [".ts", ".tsx", ".js", ".css", ".json"],
  },
};
