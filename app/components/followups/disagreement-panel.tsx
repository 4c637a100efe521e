import { Form } from "@remix-run/react";
import { differText, type PartyNames } from "#app/components/followups/rating-words";
import { Note } from "#app/components/ui/note";
import { TextField } from "#app/components/ui/text-field";
import { useTexts } from "#app/components/ui/use-texts";
import type { Disagreement } from "#app/domain/followups/disagreement";
import type { RatingItem } from "#app/domain/followups/instrument";
import { formatMoment } from "#app/i18n/format";

type Items = readonly { code: string; item: RatingItem }[];
const itemOf = (items: Items, of: Pick<Disagreement, "code" | "item">) =>
  items.find(({ code, item }) => code === of.code && item.id === of.item)?.item;

/** Where the latest answers go apart, in words, each to be talked about. `typed`: the word of one that was refused. */
export function DisagreementPanel(props: {
  open: readonly Disagreement[];
  items: Items;
  names: PartyNames;
  typed?: { of: string; note: string } | undefined;
}) {
  const { t, i18n } = useTexts("ratings");
  const { open, items, names, typed } = props;
  if (open.length === 0) return null;
  return (
    <Note tone="warn">
      <h2 className="pk-note__title">{t("show.differTitle")}</h2>
      {open.map((one) => {
        const item = itemOf(items, one);
        const key = `${one.code}-${one.item}`;
        return (
          <div className="pk-stack" key={key}>
            <p>
              <strong>{item ? differText(t, i18n.language, one, item, names) : one.item}</strong>
            </p>
            <Form method="post" className="pk-row pk-no-print">
              <input type="hidden" name="code" value={one.code} />
              <input type="hidden" name="item" value={one.item} />
              <input type="hidden" name="since" value={one.since} />
              <TextField
                field={{
                  id: `ord-${key}`,
                  name: "note",
                  initialValue: typed?.of === key ? typed.note : "",
                }}
                ns="ratings"
                label={t("show.wanted")}
                hint={t("show.wantedHint")}
                longest={300}
              />
              <button className="ds-button" data-variant="secondary" type="submit" name="gor" value="omtalat">
                {t("show.handle")}
              </button>
            </Form>
          </div>
        );
      })}
    </Note>
  );
}

/** What has been talked about. */
export function TalkedAboutPanel(props: {
  handled: readonly (Pick<Disagreement, "code" | "item" | "since" | "answers"> & {
    note: string;
    byName: string;
    at: string;
  })[];
  items: Items;
  names: PartyNames;
}) {
  const { t, i18n } = useTexts("ratings");
  const { handled, items, names } = props;
  if (handled.length === 0) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="omtalat">
      <h2 id="omtalat" className="pk-h3">
        {t("show.handled")}
      </h2>
      <ul className="pk-events">
        {handled.map((one) => {
          const item = itemOf(items, one);
          return (
            <li key={`${one.code} ${one.item} ${one.since}`}>
              <b>{item ? differText(t, i18n.language, one, item, names) : one.item}</b>
              {one.note ? <span>{one.note}</span> : null}
              <span className="pk-soft">
                {t("show.handledLine", { who: one.byName, when: formatMoment(i18n.language, one.at) })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
