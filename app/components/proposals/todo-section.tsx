import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TodoRow, TodoSectionName } from "#app/components/proposals/todo-rows";

/** One kind of exception: what it is, how many there are, and the first of them with one button each. */
export function TodoSection(props: {
  name: TodoSectionName;
  total: number;
  rows: readonly TodoRow[];
  /** Where all of them are, when there are more than shown; null where there is no such page. */
  all: string | null;
  first: boolean;
}) {
  const { t } = useTranslation("todo");
  const heading = `${props.name}-rubrik`;
  return (
    <section className="pk-panel pk-sec" id={props.name} aria-labelledby={heading}>
      <header className="pk-sec__head">
        <h2 id={heading}>
          {t(`${props.name}.title`)} <span>{props.total}</span>
        </h2>
        <p className="pk-soft">{t(`${props.name}.text`)}</p>
      </header>
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
    </section>
  );
}

function Row({ row, primary }: { row: TodoRow; primary: boolean }) {
  const about = `gor-${row.key}`;
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
      </p>
      {row.sends ? (
        <Form method="post" action={row.actionTo}>
          {Object.entries(row.sends).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button
            className="ds-button"
            data-variant={primary ? "primary" : "secondary"}
            type="submit"
            aria-describedby={about}
          >
            {row.action}
          </button>
        </Form>
      ) : (
        <Link
          className="ds-button"
          data-variant={primary ? "primary" : "secondary"}
          to={row.actionTo}
          aria-describedby={about}
        >
          {row.action}
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
