import { Construct } from "constructs";
import type { AssignmentRule } from "../../../dist/cdk/cdktf/assignment-rule/index.js";
import type { Certificate } from "../../../dist/cdk/cdktf/certificate/index.js";
import { Connector } from "../../../dist/cdk/cdktf/connector/index.js";
import {
  DataSectigoInventory,
  type DataSectigoInventoryFilter,
} from "../../../dist/cdk/cdktf/data-sectigo-inventory/index.js";
import { given } from "./given.ts";

/** How often something happens. */
export interface Period {
  /** A whole number, 1 or more. */
  readonly value: number;
  readonly unit: "minutes" | "hours" | "days" | "weeks";
}

/** What is imported, and how often; the defaults are the provider's. */
export interface ImportProps {
  /** All three when left out. */
  readonly certificateTypes?: readonly ("ssl" | "client" | "device")[];
  /** Names; all that the administrator sees when left out. */
  readonly organizations?: readonly string[];
  readonly includeDiscovered?: boolean;
  readonly includeExpired?: boolean;
  readonly includeRevoked?: boolean;
  readonly frequency?: Period;
  /** In order; it decides only where two rules give one attribute different values. */
  readonly assignmentRules?: readonly AssignmentRule[];
}

export interface ImportingConnectorProps {
  readonly name: string;
  readonly businessUnit?: string;
  /** Names of sensors of the provider, in the order in which they are tried; all when left out. */
  readonly managingSensors?: readonly string[];
  /** Everything with the provider's defaults when left out. */
  readonly import?: ImportProps;
}

/** Which certificates an inventory shows. */
export interface InventoryProps {
  readonly filter?: DataSectigoInventoryFilter;
  /** Rows at most; 0 for counts alone. */
  readonly limit?: number;
  /** Read after these: what is ordered in the same apply is then among the rows. */
  readonly after?: readonly Certificate[];
}

/** A connector that imports certificates, and inventories of what it imports. */
export class ImportingConnector extends Construct {
  readonly connector: Connector;

  constructor(scope: Construct, id: string, props: ImportingConnectorProps) {
    super(scope, id);
    const { name, businessUnit, managingSensors, import: wanted = {} } = props;
    const { certificateTypes, organizations, assignmentRules, ...rest } = wanted;
    this.connector = new Connector(this, "connector", {
      name,
      ...given({ businessUnit, managingSensors: managingSensors && [...managingSensors] }),
      import: {
        ...rest,
        ...given({
          certificateTypes: certificateTypes && [...certificateTypes],
          organizations: organizations && [...organizations],
          assignmentRules: assignmentRules?.map(({ ref }) => ref),
        }),
      },
    });
    this.node.addValidation({ validate: () => judge(props) });
  }

  /** What the connector's inventory has. */
  inventory(id: string, { filter, limit, after }: InventoryProps = {}): DataSectigoInventory {
    return new DataSectigoInventory(this, id, {
      connector: this.connector.ref,
      ...given({ filter, limit, dependsOn: after && [...after] }),
    });
  }
}

function judge({ name, managingSensors, import: wanted }: ImportingConnectorProps): string[] {
  const { frequency, certificateTypes } = wanted ?? {};
  const isWhole = frequency === undefined || (Number.isInteger(frequency.value) && frequency.value >= 1);
  return [
    ...(name.trim() === "" ? ["name is empty; connectors are told apart by it"] : []),
    ...(managingSensors?.length === 0 ? ["managingSensors is empty; leave it out for all sensors"] : []),
    ...(certificateTypes?.length === 0 ? ["certificateTypes is empty; leave it out for all types"] : []),
    ...(isWhole ? [] : [`frequency.value is ${frequency.value}; a whole number from 1 on is required`]),
  ];
}
