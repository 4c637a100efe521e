import { useTranslation } from "react-i18next";
import { LinkButton } from "#app/components/ui/link-button";

const links = [
  { title: "title", lead: "pageText", action: "page", to: "/min-sida/plan" },
  { title: "suggest", lead: "suggestText", action: "suggestLink", to: "/min-sida/eget-forslag" },
  { title: "interest", lead: "interestText", action: "interestLink", to: "/min-sida/anmal-intresse" },
] as const;

/** From the participant's own page to the plan, a suggestion of one's own, and asking for more help. */
export function PlanLinks() {
  const { t } = useTranslation("plan");
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
