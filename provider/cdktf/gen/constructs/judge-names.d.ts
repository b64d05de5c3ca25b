/**
 * What is wrong with the names of a certificate, as far as they are known when the stack is synthesized; what is only
 * known to Terraform, the provider judges in the plan.
 * @param allowed  patterns as in `allowed_names` of a profile; absent: all names
 */
export declare function judgeNames(names: readonly string[], allowed: readonly string[] | undefined): string[];
