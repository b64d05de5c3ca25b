output "renew_from" {
  value = provider::sectigo::renewal_window("2026-03-16T00:00:00Z", "2026-10-01T23:59:59Z", { window_days = 30 }).opens_at
}
