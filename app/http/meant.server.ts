/** Takes the place that whoever fills in the form chose as the one meant (components/geo/near-choices), when one is. */
export function takeMeant(form: FormData): void {
  const meant = form.get("menade");
  if (typeof meant === "string" && meant !== "") form.set("locality", meant);
}
