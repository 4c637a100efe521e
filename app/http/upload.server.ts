import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import {
  unstable_composeUploadHandlers as compose,
  unstable_parseMultipartFormData as parseMultipart,
  unstable_createFileUploadHandler as toDisk,
  unstable_createMemoryUploadHandler as toMemory,
} from "@remix-run/node";
import { done, fail } from "#app/domain/outcome";
import { removeUpload, uploadsFolder } from "#app/platform/uploads.server";

/**
 * Reads a form with one file: the file goes straight to the disk under a name of our own, other fields stay small.
 * `upload` is null when no file was chosen. Errors: `too_large`, `bad_request` for anything but such a form.
 */
export async function receiveUpload(request: Request, field: string, maxBytes: number) {
  if (Number(request.headers.get("Content-Length") ?? 0) > maxBytes + 100_000) return fail("too_large");
  const upload = randomUUID();
  let fileName: string | null = null;
  const file = toDisk({
    directory: uploadsFolder(),
    maxPartSize: maxBytes,
    avoidFileConflicts: false,
    filter: ({ name }) => name === field,
    file: ({ filename }) => {
      fileName = basename(filename.replaceAll("\\", "/")).slice(0, 200);
      return upload;
    },
  });
  try {
    const form = await parseMultipart(request, compose(file, toMemory({ maxPartSize: 10_000 })));
    return done({ form, upload: fileName === null ? null : { upload, fileName: fileName as string } });
  } catch (error) {
    await removeUpload(upload);
    const isTooLarge =
      error instanceof Error && /exceeded (?:upload|max)/i.test(`${error.message} ${error.cause ?? ""}`);
    return fail(isTooLarge ? "too_large" : "bad_request");
  }
}
