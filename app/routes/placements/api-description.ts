import { openApi } from "#app/domain/placements/open-api";
import { api } from "#app/http/public-api.server";
import { appUrl } from "#app/platform/env.server";

/** GET /api/openapi.json: the public API described in OpenAPI 3.1. */
export const loader = api(async () => ({ body: openApi(appUrl) }));
