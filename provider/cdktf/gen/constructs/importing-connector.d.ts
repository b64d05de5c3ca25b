import { Construct } from "constructs";
import type { AssignmentRule } from "../assignment-rule/index.js";
import { Connector } from "../connector/index.js";
import { DataSectigoInventory, type DataSectigoInventoryFilter } from "../data-sectigo-inventory/index.js";
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
}
/** A connector that imports certificates, and inventories of what it imports. */
export declare class ImportingConnector extends Construct {
    readonly connector: Connector;
    constructor(scope: Construct, id: string, props: ImportingConnectorProps);
    /** What the connector's inventory has. */
    inventory(id: string, { filter, limit }?: InventoryProps): DataSectigoInventory;
}
