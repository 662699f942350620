import { mount } from 'svelte';
import App from './App.svelte';
import { app } from './offline/app.svelte';
import { dress } from './settings/preferences.svelte';
import './ui/theme.css';
import './ui/forms.css';
import './ui/grid.css';

dress();
app.start();
const target = document.getElementById('app');
if (target) mount(App, { target });
