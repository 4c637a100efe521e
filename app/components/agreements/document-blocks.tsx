import type { Block } from "#app/domain/document";

/** The blocks of a document as a page shows them: the same words as on paper. Its headings begin at `h2`. */
export function DocumentBlocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, index) => (
        // A document never changes while it is shown: the place is the name.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <OneBlock key={index} block={block} />
      ))}
    </>
  );
}

function OneBlock({ block }: { block: Block }) {
  if (block.is === "heading") return block.level < 3 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
  if (block.is === "paragraph") return <p className={block.tone === "soft" ? "pk-soft" : ""}>{block.text}</p>;
  if (block.is === "code") return <p className="pk-hash">{block.text}</p>;
  if (block.is === "list")
    return (
      <ul className="pk-plain">
        {block.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  if (block.is === "facts")
    return (
      <dl className="pk-dl">
        {block.rows.map(({ term, text }) => (
          <div key={`${term}${text}`}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    );
  if (block.is === "table")
    return (
      <table className="ds-table" aria-label={block.label}>
        <thead>
          <tr>
            {block.head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map(([first = "", ...rest]) => (
            <tr key={`${first}${rest.join()}`}>
              <th scope="row">{first}</th>
              {rest.map((cell, index) => (
                <td key={`${block.head[index + 1]}`}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  return null;
}
