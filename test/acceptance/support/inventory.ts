/** A `data.sectigo_inventory.all` of a `sectigo_connector.main` with these settings of its import. */
export function inventory(
  imports: Readonly<Record<string, string>>,
  parts: Readonly<Record<string, string>> = {},
): string {
  return `
resource "sectigo_connector" "main" {
  name          = "Main"
  business_unit = "Retail"
  import = {
${lines(imports)}
  }
}

data "sectigo_inventory" "all" {
  connector = sectigo_connector.main.ref
${lines(parts)}
}
`;
}

function lines(parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts)
    .map(([name, value]) => `    ${name} = ${value}`)
    .join("\n");
}
