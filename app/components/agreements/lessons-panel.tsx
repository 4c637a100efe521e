import { FactList } from "#app/components/ui/fact-list";
import { useTexts } from "#app/components/ui/use-texts";
import { formatDate } from "#app/i18n/format";

type Lessons = {
  wentWell: string;
  toChange: string;
  byName: string;
  writtenAt: string;
  accepted: readonly string[];
};

/** What the employer has learnt of one placement, to staff. */
export function LessonsPanel({ lessons }: { lessons: Lessons | null }) {
  const { t } = useTexts("closing");
  if (!lessons) return null;
  return (
    <section className="pk-panel pk-stack" aria-labelledby="lardomar">
      <h2 id="lardomar">{t("register.title")}</h2>
      <LessonFacts lessons={lessons} />
    </section>
  );
}

/** The words themselves, who wrote them and when. */
export function LessonFacts({ lessons }: { lessons: Lessons }) {
  const { t, i18n } = useTexts("closing");
  const { wentWell, toChange, byName, writtenAt, accepted } = lessons;
  return (
    <>
      <FactList
        facts={[
          [t("register.wentWell"), wentWell],
          [t("register.toChange"), toChange],
        ]}
      />
      {accepted.length > 0 ? <p>{t("register.accepted", { count: accepted.length })}</p> : null}
      <p className="pk-soft pk-small">
        {t("register.by", { name: byName, day: formatDate(i18n.language, writtenAt) })}
      </p>
    </>
  );
}
