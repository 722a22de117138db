create table team (
  id integer primary key,
  name text not null,
  city text not null,
  founded integer
);
create table player (
  id integer primary key,
  team_id integer not null references team(id),
  name text not null,
  position text not null,
  born_on date not null,
  mentor_id integer references player(id)
);
create table fixture (
  id integer primary key,
  home_team_id integer not null references team(id),
  away_team_id integer not null references team(id),
  played_on date not null,
  attendance integer not null
);
create table goal (
  id integer primary key,
  fixture_id integer not null references fixture(id),
  player_id integer not null references player(id),
  minute integer not null
);
insert into team values
  (1,'Harbour Rovers','Portsea',1898),
  (2,'Mill United','Aldwick',1921),
  (3,'Valley Wanderers','Corwen',1954);
insert into player values
  (1,1,'Tom Hale','forward','1988-02-11',null),
  (2,1,'Ivo Marek','midfielder','1995-07-30',1),
  (3,1,'Sam Quill','defender','2001-01-19',1),
  (4,2,'Luc Arden','forward','1979-11-05',null),
  (5,2,'Per Nygard','forward','1993-05-14',4),
  (6,2,'Kit Lowe','keeper','1999-12-24',4),
  (7,3,'Ben Oxley','midfielder','1991-03-03',null),
  (8,3,'Rafa Gil','forward','2003-08-17',7),
  (9,3,'Joe Tarn','defender','1986-06-21',null);
insert into fixture values
  (1,1,2,'2023-03-04',1200),
  (2,2,3,'2023-05-14',900),
  (3,3,1,'2023-08-20',1500),
  (4,2,1,'2024-01-06',2100),
  (5,1,3,'2024-02-18',1800),
  (6,3,2,'2024-05-25',1650),
  (7,1,2,'2024-09-15',2400),
  (8,3,1,'2025-01-12',700);
insert into goal values
  (1,1,1,12),
  (2,1,1,44),
  (3,1,5,80),
  (4,2,4,5),
  (5,2,8,61),
  (6,3,8,33),
  (7,3,8,70),
  (8,3,2,90),
  (9,4,5,15),
  (10,4,5,48),
  (11,4,1,52),
  (12,5,2,27),
  (13,5,7,66),
  (14,6,8,9),
  (15,6,4,88),
  (16,7,1,30),
  (17,7,2,58),
  (18,8,9,77);
create table fields (id integer primary key, name text not null, surface text not null, hectares real not null);
insert into fields values (1, 'North', 'grass', 1.5), (2, 'South', 'grass', 2.25), (3, 'Hall', 'wood', 0.5);
