import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import type { TodoRow, TodoSectionName } from "#app/components/proposals/todo-rows";
import { Icon } from "#app/components/ui/icon";
import { useTexts } from "#app/components/ui/use-texts";

/** One kind of exception: what it is, how many there are, and the first of them with one button each. */
export function TodoSection(props: {
  name: TodoSectionName;
  total: number;
  rows: readonly TodoRow[];
  /** Where all of them are, when there are more than shown; null where there is no such page. */
  all: string | null;
  first: boolean;
}) {
  const { t } = useTexts("todo");
  const heading = `${props.name}-rubrik`;
  return (
    <section className="pk-panel pk-sec" id={props.name} aria-labelledby={heading}>
      <header className="pk-sec__head">
        <h2 id={heading}>
          {t(`${props.name}.title`)} <span>{props.total}</span>
        </h2>
        <p className="pk-soft">{t(`${props.name}.text`)}</p>
      </header>
      <TodoRows {...props} />
    </section>
  );
}

/** The rows of one kind, and the way to all of them when there are more. `first`: the first button is the page's own. */
export function TodoRows(props: {
  total: number;
  rows: readonly TodoRow[];
  all: string | null;
  first: boolean;
}) {
  const { t } = useTexts("todo");
  return (
    <>
      <ul>
        {props.rows.map((row, place) => (
          <Row key={row.key} row={row} primary={props.first && place === 0} />
        ))}
      </ul>
      {props.all && props.total > props.rows.length ? (
        <p className="pk-sec__more">
          <Link to={props.all}>{t("more", { count: props.total })}</Link>
        </p>
      ) : null}
    </>
  );
}

function Row({ row, primary }: { row: TodoRow; primary: boolean }) {
  const { t } = useTexts("exceptions");
  const about = `gor-${row.key}`;
  const button = {
    className: "ds-button",
    "data-variant": primary ? "primary" : "secondary",
    "aria-describedby": about,
  };
  const said = (
    <>
      {row.icon ? <Icon name={row.icon} /> : null}
      {row.action}
    </>
  );
  return (
    <li className="pk-todo">
      <p className="pk-todo__who">
        <Link to={row.whoTo} id={about}>
          {row.who}
        </Link>
        <Line>{row.where}</Line>
      </p>
      <p className="pk-todo__why">
        <strong>{row.reason}</strong> {row.explained}
        {row.snoozeTo ? (
          <>
            {" "}
            <Link
              className="pk-todo__later"
              to={row.snoozeTo}
              aria-label={t("snooze.linkOf", { who: row.who })}
            >
              {t("snooze.link")}
            </Link>
          </>
        ) : null}
      </p>
      {row.sends ? (
        <Form method="post" action={row.actionTo}>
          {Object.entries(row.sends).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button {...button} type="submit">
            {said}
          </button>
        </Form>
      ) : row.actionTo.startsWith("tel:") ? (
        <a {...button} href={row.actionTo}>
          {said}
        </a>
      ) : (
        <Link {...button} to={row.actionTo}>
          {said}
        </Link>
      )}
    </li>
  );
}

function Line({ children }: { children: ReactNode }) {
  return children ? (
    <>
      <br />
      {children}
    </>
  ) : null;
}
