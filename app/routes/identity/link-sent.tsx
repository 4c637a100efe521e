import { Link } from "@remix-run/react";
import { useTexts } from "#app/components/ui/use-texts";
import { linkMinutes } from "#app/domain/identity/password";

/** The page's title, read by root. */
export const handle = { title: "identity:sent.title" };

/** The same page whether or not anybody has the address. */
export default function LinkSent() {
  const { t } = useTexts("identity");
  return (
    <div className="pk-stack pk-narrow">
      <h1>{t("sent.title")}</h1>
      <p className="pk-lead">{t("sent.link", { minutes: linkMinutes })}</p>
      <p>{t("sent.nothing")}</p>
      <p>
        <Link to="/logga-in">{t("sent.again")}</Link>
      </p>
    </div>
  );
}
