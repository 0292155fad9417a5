"""What people see: the Streamlit app, its pages and the network component."""
