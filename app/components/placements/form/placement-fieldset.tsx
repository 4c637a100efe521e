import { ContactFields } from "#app/components/placements/form/contact-fields";
import { DemandFields } from "#app/components/placements/form/demand-fields";
import { EmployerFields } from "#app/components/placements/form/employer-fields";
import { FieldGroup } from "#app/components/placements/form/field-group";
import type { PlacementFields } from "#app/components/placements/form/fields";
import { OfferFields } from "#app/components/placements/form/offer-fields";
import { SupportFields } from "#app/components/placements/form/support-fields";
import { TermsFields } from "#app/components/placements/form/terms-fields";
import { TimeFields } from "#app/components/placements/form/time-fields";
import { WorkplaceFields } from "#app/components/placements/form/workplace-fields";
import { useTexts } from "#app/components/ui/use-texts";

/** All fields of a placement that staff enter for an employer, in the order that a telephone call goes. */
export function PlacementFieldset({ fields }: { fields: PlacementFields }) {
  const { t } = useTexts("placements");
  return (
    <>
      <EmployerFields fields={fields} />
      <FieldGroup title={t("form.workplace")}>
        <WorkplaceFields fields={fields} />
      </FieldGroup>
      <ContactFields fields={fields} />
      <OfferFields fields={fields} />
      <TimeFields fields={fields} />
      <SupportFields fields={fields} />
      <DemandFields fields={fields} />
      <TermsFields fields={fields} />
    </>
  );
}
