import { LinkButton } from "#app/components/ui/link-button";
import { useTexts } from "#app/components/ui/use-texts";

const plan = { title: "title", lead: "pageText", action: "page", to: "/min-sida/plan" } as const;
const suggestion = {
  title: "suggest",
  lead: "suggestText",
  action: "suggestLink",
  to: "/min-sida/eget-forslag",
} as const;
const interest = {
  title: "interest",
  lead: "interestText",
  action: "interestLink",
  to: "/min-sida/anmal-intresse",
} as const;

/** From the own page to the plan and a suggestion of one's own; to asking for help again when one has left. */
export function PlanLinks({ hasLeft }: { hasLeft: boolean }) {
  const { t } = useTexts("plan");
  const links = hasLeft ? [plan, suggestion, interest] : [plan, suggestion];
  return links.map(({ title, lead, action, to }) => (
    <section className="pk-panel pk-stack" key={to}>
      <h2>{t(`own.${title}`)}</h2>
      <p>{t(`own.${lead}`)}</p>
      <LinkButton to={to} className="pk-big">
        {t(`own.${action}`)}
      </LinkButton>
    </section>
  ));
}
