import { notFound, page } from "#app/http/handler.server";

/** Every address that the table does not know: the designed 404, with the header of who asks. */
export const loader = page("public", async () => {
  throw notFound();
});

export default function NotFound() {
  return null;
}
