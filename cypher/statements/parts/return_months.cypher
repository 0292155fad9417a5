// The claims of each month and sign
// Expects sign, event and claim, whose date is a month or closer. The mean intensity is from -10, war, to +10,
// material help.
// :columns month string, sign sign, claims integer, voices integer, events integer, intensity number
RETURN substring(claim.date, 0, 7) AS month, sign, count(claim) AS claims,
       count(DISTINCT claim.voice) AS voices, count(DISTINCT event.id) AS events,
       avg(event.intensity) AS intensity
ORDER BY month, sign
