-- All voices of one visitor: to hand them out to him, and to forget whose they were.
create index question_vote_of on catalogue.question_vote (voter);
