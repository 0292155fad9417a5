// Goes on only if a period or a day leaves out claims, so that they have to be read
UNWIND CASE WHEN $since IS NULL AND $until IS NULL AND $known_by IS NULL THEN [] ELSE [1] END AS some_claims
