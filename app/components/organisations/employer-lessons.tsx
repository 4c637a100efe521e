import { LessonFacts } from "#app/components/agreements/lessons-panel";
import { useTexts } from "#app/components/ui/use-texts";
import type { EmployerLesson } from "#app/domain/organisations/listing-lessons";

/** What an employer has learnt of the association's placements there, by listing. */
export function EmployerLessons({ lessons }: { lessons: readonly EmployerLesson[] }) {
  const { t } = useTexts("closing");
  return (
    <section className="pk-panel pk-stack" aria-labelledby="lardomar">
      <h2 id="lardomar">{t("register.title")}</h2>
      {lessons.length === 0 ? <p>{t("register.none")}</p> : null}
      {lessons.map((lesson) => (
        <div key={lesson.writtenAt}>
          <h3 className="pk-h3">{lesson.title}</h3>
          <LessonFacts lessons={lesson} />
        </div>
      ))}
    </section>
  );
}
