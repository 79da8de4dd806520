// One file for all pages of a meeting: the sheets stand in this order whichever page is opened first.
import '../meeting.css';
import './stage.css';
import './rooms.css';
