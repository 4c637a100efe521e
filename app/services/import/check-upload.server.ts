import type { FileProblem } from "#app/domain/import/header";
import { removeUpload, uploadPath } from "#app/platform/uploads.server";
import { fileSortProblem } from "#app/services/import/read-rows.server";

/** Why an uploaded file is no sheet at all, or null. Such a file is removed: it is no import worth remembering. */
export async function checkUpload(upload: string): Promise<FileProblem | null> {
  const problem = await fileSortProblem(uploadPath(upload));
  if (problem) await removeUpload(upload);
  return problem;
}
