"""Days: for when something was promised, wherever in the call that is said.

dating       said beside the promise: in its sentence, by who asks, by who answers
attaching    which verb a day belongs to; whose_day    or which other thing near it
correcting   taken back, objected to, replaced; falling    fallen, though none takes its place
arranging    how two people settle a day
awaiting, occasions, spans    told elsewhere: of what it waits for, leans on, counts from
nearby       the day that all the talk around it gives, where no one sentence does
"""
