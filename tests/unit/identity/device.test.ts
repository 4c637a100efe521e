import { expect, test } from "vitest";
import { deviceOf } from "#app/domain/identity/device";

test.each([
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1",
    "Safari",
    "iPhone",
  ],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537 Chrome/130.0 Safari/537 Edg/130.0",
    "Edge",
    "Windows",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox", "Linux"],
  ["Mozilla/5.0 (Linux; Android 14) AppleWebKit/537 Chrome/130.0 Mobile Safari/537", "Chrome", "Android"],
  ["curl/8.0", null, null],
])("%s is %s on %s", (userAgent, browser, system) =>
  expect(deviceOf(userAgent)).toEqual({ browser, system }),
);
