import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export type PageSource = { path: string; tree: ts.SourceFile };

/** Every TSX file below `folders`, parsed. */
export function pageSources(...folders: string[]): PageSource[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".tsx"))
      .sort()
      .map((name) => parsePage(join(folder, name), readFileSync(join(folder, name), "utf8"))),
  );
}

export function parsePage(path: string, source: string): PageSource {
  return {
    path,
    tree: ts.createSourceFile(path, source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX),
  };
}

/** Visits every node below `node`. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => visit(child, see));
}

/** "file.tsx:12: what" */
export function at({ path, tree }: PageSource, node: ts.Node, what: string): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`;
}
