import type { TodoList } from "#app/components/proposals/todo-rows";
import { TodoRows } from "#app/components/proposals/todo-section";
import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";

/**
 * What waits behind the most pressing: one line a kind that says how many, with its rows when it is unfolded. A link to the name
 * of a kind unfolds it. Works without script.
 */
export function TodoFolds(props: { id: string; title: string; text: string; lists: readonly TodoList[] }) {
  const { t } = useTexts("todo");
  const { id, title, text, lists } = props;
  if (lists.length === 0) return null;
  const heading = `${id}-rubrik`;
  return (
    <section className="pk-panel pk-sec" id={id} aria-labelledby={heading}>
      <header className="pk-sec__head">
        <h2 id={heading}>
          {title} <span>{totalOf(lists)}</span>
        </h2>
        <p className="pk-soft">{text}</p>
      </header>
      {lists.map((list) => (
        <details key={list.name} className="pk-fold">
          <summary>
            <span>
              {t(`${list.name}.title`)} <b className="pk-num">{list.total}</b>
            </span>
            <Icon name="chevronDown" small />
          </summary>
          <div id={list.name}>
            <p className="pk-soft">{t(`${list.name}.text`)}</p>
            <TodoRows {...list} first={false} />
          </div>
        </details>
      ))}
    </section>
  );
}

/** How many things the lists have together. */
export function totalOf(lists: readonly TodoList[]): number {
  return lists.reduce((all, { total }) => all + total, 0);
}
