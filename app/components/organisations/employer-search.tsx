import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTexts } from "#app/components/ui/use-texts";
import { appetites } from "#app/domain/organisations/employer";
import {
  isNarrowed,
  ownerFilters,
  quietDays,
  type EmployerSearch as Search,
} from "#app/domain/organisations/register-query";
import { sectors } from "#app/domain/placements/vocabulary";

const ownerWords = { mine: "mig", none: "ingen", other: "annan" } as const;

/** The choices of the register as one GET form: the first four always in view, the rest folds out. */
export function EmployerSearch(props: {
  search: Search;
  municipalities: { code: string; name: string; isOwn: boolean }[];
  rings: { id: number; name: string }[];
}) {
  const { search, municipalities, rings } = props;
  const { t } = useTexts("register");
  const { sector, appetite, quiet, ring, askAgain, order } = search;
  const unfolded =
    askAgain || order !== "name" || [sector, appetite, quiet, ring].some((one) => one !== null);
  const option = ({ code, name }: { code: string; name: string }) => (
    <option key={code} value={code}>
      {name}
    </option>
  );
  return (
    <Form method="get" className="pk-panel pk-stack" role="search">
      <div className="pk-search">
        <div className="ds-field">
          <label className="ds-label" htmlFor="sok">
            {t("search.text")}
          </label>
          <input className="ds-input" id="sok" name="sok" maxLength={80} defaultValue={search.text} />
        </div>
        <Choose name="kommun" label={t("search.municipality")} value={search.municipality}>
          <option value="">{t("search.all")}</option>
          <optgroup label={t("search.own")}>
            {municipalities.filter(({ isOwn }) => isOwn).map(option)}
          </optgroup>
          <optgroup label={t("search.others")}>
            {municipalities.filter(({ isOwn }) => !isOwn).map(option)}
          </optgroup>
        </Choose>
        <Choose name="agare" label={t("search.owner")} value={search.owner && ownerWords[search.owner]}>
          <option value="">{t("search.all")}</option>
          {ownerFilters.map((one) => (
            <option key={one} value={ownerWords[one]}>
              {t(`owners.${one}`)}
            </option>
          ))}
        </Choose>
        <button className="ds-button" data-variant="secondary" type="submit">
          {t("search.show")}
        </button>
      </div>
      <details className="pk-unfold" open={unfolded}>
        <summary>{t("search.more")}</summary>
        <div className="pk-fields">
          <Choose name="sektor" label={t("search.sector")} value={sector}>
            <option value="">{t("search.all")}</option>
            {sectors.map((one) => (
              <option key={one} value={one}>
                {t(`vocabulary:sector.${one}`)}
              </option>
            ))}
          </Choose>
          <Choose name="vilja" label={t("search.appetite")} value={appetite}>
            <option value="">{t("search.all")}</option>
            {appetites.map((one) => (
              <option key={one} value={one}>
                {t(`appetite.${one}`)}
              </option>
            ))}
          </Choose>
          <Choose name="tyst" label={t("search.quiet")} value={quiet}>
            <option value="">{t("search.any")}</option>
            {quietDays.map((days) => (
              <option key={days} value={days}>
                {t("search.quietDays", { count: days })}
              </option>
            ))}
          </Choose>
          <Choose name="ring" label={t("search.ring")} value={ring}>
            <option value="">{t("search.all")}</option>
            {rings.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Choose>
          <Choose name="ordning" label={t("search.order")} value={order === "quiet" ? "tyst" : ""}>
            <option value="">{t("orders.name")}</option>
            <option value="tyst">{t("orders.quiet")}</option>
          </Choose>
          <label className="pk-check">
            <input className="ds-input" type="checkbox" name="fraga" value="1" defaultChecked={askAgain} />
            <span>{t("search.askAgain")}</span>
          </label>
        </div>
      </details>
      {isNarrowed(search) ? (
        <p>
          <Link className="pk-tap" to="/samordnare/arbetsgivare">
            {t("search.clear")}
          </Link>
        </p>
      ) : null}
    </Form>
  );
}

function Choose(props: { name: string; label: string; value: string | number | null; children: ReactNode }) {
  return (
    <div className="ds-field">
      <label className="ds-label" htmlFor={props.name}>
        {props.label}
      </label>
      <select className="ds-input" id={props.name} name={props.name} defaultValue={props.value ?? ""}>
        {props.children}
      </select>
    </div>
  );
}
