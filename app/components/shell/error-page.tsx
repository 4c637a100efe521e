import { LinkButton } from "#app/components/ui/link-button";
import { PageTitle } from "#app/components/ui/page-title";
import { useTexts } from "#app/components/ui/use-texts";

const explained = [400, 403, 404, 405, 409, 413, 429, 500, 503];

/** What went wrong, in plain words, and the way on. Unknown statuses read as the nearest known one. */
export function ErrorPage({ status }: { status: number }) {
  const { t } = useTexts("shell");
  const known = explained.includes(status) ? status : status < 500 ? 400 : 500;
  return (
    <>
      <PageTitle title={t(`error.${known}.title`)} lead={t(`error.${known}.text`)} />
      <p>
        <LinkButton to="/" primary>
          {t("error.back")}
        </LinkButton>
      </p>
    </>
  );
}
