import { mount } from 'svelte';
import App from './App.svelte';
import { dress } from './settings/preferences.svelte';
import './ui/theme.css';
import './ui/grid.css';

dress();
const target = document.getElementById('app');
if (target) mount(App, { target });
