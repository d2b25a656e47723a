# Prints F, denominator degrees of freedom and p of the joint test of `drug` in packages/evidence/src/model-file/mixed-joint.test.ts
# with few women, and of drug b and years where pbkrtest's F is no test (a negative scale), by lmerTest 3.1-3 (Satterthwaite) and pbkrtest 0.5.2 (Kenward-Roger), lme4 1.1-31, R 4.2.
suppressMessages({
  library(lmerTest)
  library(pbkrtest)
})

visits <- data.frame(
  id = rep(LETTERS[1:6], each = 3),
  years = rep(0:2, 6),
  drug = rep(c("a", "b", "c", "a", "b", "c"), each = 3),
  bmd = c(
    0.81, 0.84, 0.90, 0.72, 0.75, 0.74, 0.88, 0.91, 0.99, 0.69, 0.70, 0.76, 0.79, 0.86, 0.85, 0.93, 0.95, 1.02
  )
)
close <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10), check.conv.grad = "ignore")
drug <- rbind(c(0, 0, 1, 0), c(0, 0, 0, 1))
drug_b_and_years <- rbind(c(0, 0, 1, 0), c(0, 1, 0, 0))

for (of in list(
  list("four women", 1:12), list("five women", 1:15), list("six women", 1:18),
  list("five women, scan 5 missing", setdiff(1:15, 5)), list("five women, scan 8 missing", setdiff(1:15, 8)),
  list("five women, scans 1 and 5 missing", setdiff(1:15, c(1, 5)))
)) {
  fit <- lmer(bmd ~ years + drug + (1 | id), visits[of[[2]], ], control = close)
  s <- contestMD(fit, drug)
  k <- KRmodcomp(as(fit, "lmerMod"), drug)$stats
  cat(of[[1]], "\n  satterthwaite", format(c(s[["F value"]], s$DenDF, s[["Pr(>F)"]]), digits = 10))
  cat("\n  kenwardRoger ", format(c(k$Fstat, k$ddf, k$p.value), digits = 10), "\n")
}

fit <- lmer(bmd ~ years + drug + (1 | id), visits[c(2, 6, 8:12, 14), ], control = close)
k <- KRmodcomp(as(fit, "lmerMod"), drug_b_and_years)$stats
cat("drug b and years in 8 scans\n  kenwardRoger ", format(c(k$Fstat, k$ddf, k$p.value, scale = k$F.scaling), digits = 10), "\n")
