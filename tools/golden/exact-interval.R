# Exact binomial intervals (Clopper-Pearson) by R. Run: Rscript tools/golden/exact-interval.R > packages/finder/golden/exact-interval.json
rows <- list(c(0, 1), c(1, 1), c(0, 10), c(5, 10), c(10, 10), c(1, 250), c(44, 50), c(231, 105931), c(999, 1000), c(3, 7))
lines <- sapply(rows, function(r) {
  ci <- binom.test(r[1], r[2])$conf.int
  sprintf('    { "count": %d, "total": %d, "low": %.15g, "high": %.15g }', r[1], r[2], ci[1], ci[2])
})
cat('{\n  "source": "R ', as.character(getRversion()), ': binom.test(count, total)$conf.int, exact (Clopper-Pearson), 95 %",\n', sep = "")
cat('  "relativeTolerance": 1e-9,\n  "rows": [\n', paste(lines, collapse = ",\n"), "\n  ]\n}\n", sep = "")
