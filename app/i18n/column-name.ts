/** The parts of a header that are written without å, ä, ö and spaces, as people write them. */
const words: Record<string, string> = {
  arbetsstalle: "arbetsställe",
  epost: "e-post",
  timmar: "timmar",
  max: "mest",
  min: "minst",
  mal: "mål",
  handledarstod: "stöd av handledare",
  stodbehov: "behov av stöd",
  staende: "stående",
  sjalvstandighet: "självständighet",
  lasa: "läsa",
  skriva: "och skriva",
  ovriga: "övriga",
  bekraftad: "bekräftad",
  fran: "från",
  alder: "ålder",
  avstand: "avstånd",
  korkort: "körkort",
  onskade: "önskade",
  kon: "kön",
  fodelsear: "födelseår",
  hander: "händer",
  b: "B",
  lat: "latitud",
  lon: "longitud",
};

/** A column in plain words, with the file's own header after when it is spelt otherwise: "Stöd av handledare (handledarstod)". */
export function columnName(header: string): string {
  const text = header
    .split("_")
    .map((part) => words[part] ?? part)
    .join(" ");
  const name = text.charAt(0).toLocaleUpperCase("sv") + text.slice(1);
  return name.toLocaleLowerCase("sv") === header ? name : `${name} (${header})`;
}
