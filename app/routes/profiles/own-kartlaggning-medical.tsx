import { data, type HeadersFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { MedicalHistory } from "#app/components/profiles/kartlaggning/medical-history";
import { MedicalNotesList } from "#app/components/profiles/kartlaggning/medical-notes-list";
import { LinkButton } from "#app/components/ui/link-button";
import { Note } from "#app/components/ui/note";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";
import { page, unwrap } from "#app/http/handler.server";
import { readOwnMedical } from "#app/services/profiles/read-medical.server";

export const loader = page(["participant"], async ({ actor }) =>
  data({ medical: unwrap(await readOwnMedical(actor)).medical }, unkept),
);

/** No browser keeps a copy of the page or of its data on disk. */
const unkept = { headers: { "Cache-Control": "no-store" } };
export const headers: HeadersFunction = () => unkept.headers;

/** The page's title, read by root. */
export const handle = { title: "kartlaggning:medical.own" };

/** What is kept about the participant's health, for the participant to read. */
export default function OwnKartlaggningMedical() {
  const { medical } = useLoaderData<typeof loader>();
  const { t } = useTexts("kartlaggning");
  return (
    <div className="pk-stack pk-narrow">
      <p>
        <Link className="pk-tap" to="/min-sida/kartlaggning/halsa">
          {t("part.halsa.own")}
        </Link>
      </p>
      <PageTitle title={t("medical.own")} lead={t("medical.ownLead")} />
      {medical.problem ? (
        <Note tone="warn" role="alert">
          {t(`error.${medical.problem}`)}
        </Note>
      ) : (
        <section className="pk-panel pk-stack" aria-label={t("medical.own")}>
          <MedicalNotesList notes={medical.notes} empty={t("medical.ownNone")} />
        </section>
      )}
      <MedicalHistory current={medical} />
      <LinkButton className="pk-big" to="/min-sida/samtycken">
        {t("medical.ownConsents")}
      </LinkButton>
    </div>
  );
}
